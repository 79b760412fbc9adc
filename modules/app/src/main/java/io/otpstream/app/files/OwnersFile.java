package io.otpstream.app.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that hold a secret. */
public final class OwnersFile {

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private OwnersFile() {}

    /**
     * Writes a new file that only its owner can read: from the first moment on where the system has such permissions,
     * and by what its directory hands down elsewhere.
     *
     * @throws java.nio.file.FileAlreadyExistsException when something has that name
     */
    public static void write(Path file, String content) throws IOException {
        Files.createFile(file, attributes());
        Files.writeString(file, content, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
    }

    private static FileAttribute<?>[] attributes() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)} : new FileAttribute<?>[] {};
    }
}
