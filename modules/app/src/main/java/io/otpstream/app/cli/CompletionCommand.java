package io.otpstream.app.cli;

import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code otpstream completion}. */
@Command(
        name = "completion",
        description = {
            "Print a script that has the shell complete commands and options of otpstream.",
            "For bash and zsh; put the line of the example into .bashrc or .zshrc."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream completion bash",
            "  source <(otpstream completion bash)",
            "  otpstream completion zsh > ~/.otpstream-completion"
        })
public final class CompletionCommand extends Subcommand {

    @Parameters(index = "0", paramLabel = "SHELL", converter = ShellWord.class, description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    /** Those that there is a script for. */
    enum Shell {
        BASH,
        ZSH
    }

    static final class ShellWord implements ITypeConverter<Shell> {
        @Override
        public Shell convert(String value) {
            for (Shell each : Shell.values()) {
                if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return each;
                }
            }
            throw new TypeConversionException("expected bash or zsh");
        }
    }

    @Override
    protected ExitCode execute() {
        String script =
                switch (shell) {
                    // The same for both: it has zsh load its emulation of bash's completion.
                    case BASH, ZSH -> AutoComplete.bash(commandLine().getCommandName(), commandLine());
                };
        out().print(script);
        out().flush();
        return ExitCode.OK;
    }
}
