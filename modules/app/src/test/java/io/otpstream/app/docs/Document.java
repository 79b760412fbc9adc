package io.otpstream.app.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A page of Markdown.
 *
 * @param path from the root of the sources
 * @param fences its fenced blocks
 * @param codes what stands between backticks in its sentences, on one line each
 * @param links where its links and images lead to, as they are written
 * @param anchors what can stand behind {@code #} in a link to it
 */
record Document(Path path, List<Fence> fences, List<String> codes, List<String> links, Set<String> anchors) {

    static final Path ROOT = Path.of("../..");

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules");
    private static final Pattern SNIPPET = Pattern.compile("<!-- snippet: (\\S+) -->");

    /** Every page in the sources. */
    static List<Document> all() {
        List<Document> documents = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    String name = directory.getFileName().toString();
                    boolean hidden = name.startsWith(".") && !directory.equals(ROOT);
                    return hidden || NOT_OURS.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (file.toString().endsWith(".md")) {
                        documents.add(parse(ROOT.relativize(file), Files.readString(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    static Document parse(Path path, String markdown) {
        Collector collector = new Collector(path);
        Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(markdown)
                .accept(collector);
        return new Document(path, collector.fences, collector.codes, collector.links, collector.anchors);
    }

    private static final class Collector extends AbstractVisitor {

        private final Path path;
        private final List<Fence> fences = new ArrayList<>();
        private final List<String> codes = new ArrayList<>();
        private final List<String> links = new ArrayList<>();
        private final Set<String> anchors = new HashSet<>();
        private final Map<String, Integer> headings = new HashMap<>();

        Collector(Path path) {
            this.path = path;
        }

        @Override
        public void visit(FencedCodeBlock block) {
            int line = block.getSourceSpans().getFirst().getLineIndex() + 1;
            String info = Optional.ofNullable(block.getInfo()).orElse("").strip();
            fences.add(new Fence(path + ":" + line, info, block.getLiteral(), snippetBefore(block)));
        }

        @Override
        public void visit(Code code) {
            codes.add(code.getLiteral().replace('\n', ' '));
        }

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            links.add(image.getDestination());
        }

        /** As GitHub names them: a heading that comes again has a number. */
        @Override
        public void visit(Heading heading) {
            String slug = text(heading)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            int before = headings.merge(slug, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? slug : slug + "-" + before);
            visitChildren(heading);
        }

        private static Optional<String> snippetBefore(Node block) {
            return Optional.ofNullable(block.getPrevious())
                    .filter(HtmlBlock.class::isInstance)
                    .map(html -> SNIPPET.matcher(((HtmlBlock) html).getLiteral().strip()))
                    .filter(Matcher::matches)
                    .map(comment -> comment.group(1));
        }

        private static String text(Node node) {
            StringBuilder text = new StringBuilder();
            node.accept(new AbstractVisitor() {
                @Override
                public void visit(Text part) {
                    text.append(part.getLiteral());
                }

                @Override
                public void visit(Code part) {
                    text.append(part.getLiteral());
                }
            });
            return text.toString();
        }
    }
}
