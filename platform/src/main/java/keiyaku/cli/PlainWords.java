package keiyaku.cli;

import java.util.Optional;
import keiyaku.catalog.NoCatalogException;
import keiyaku.database.FolderInUseException;
import keiyaku.shared.InputFileException;
import keiyaku.shared.Language;
import keiyaku.shared.RefusedException;
import keiyaku.web.Messages;

/** What the one at the terminal reads instead of a stack trace, and the exit code. */
record PlainWords(String text, int exitCode) {

    private static final int WRONG_INPUT = 2;
    private static final int NOT_POSSIBLE = 3;

    /** Empty for what is not foreseen: that is a bug, and its stack trace is wanted. */
    static Optional<PlainWords> of(Throwable thrown) {
        return switch (thrown) {
            case UsageException e -> told(e, WRONG_INPUT);
            case InputFileException e -> told(e, WRONG_INPUT);
            case RefusedException e -> Optional.of(new PlainWords(refusal(e), WRONG_INPUT));
            case NotPossibleException e -> told(e, NOT_POSSIBLE);
            case FolderInUseException e -> told(e, NOT_POSSIBLE);
            case NoCatalogException e -> told(e, NOT_POSSIBLE);
            default -> Optional.empty();
        };
    }

    private static Optional<PlainWords> told(RuntimeException e, int exitCode) {
        return Optional.of(new PlainWords(String.valueOf(e.getMessage()), exitCode));
    }

    private static String refusal(RefusedException e) {
        var refusal = e.refusal();
        return new Messages(false).text(Language.EN, "refusal." + refusal.code(), refusal.facts());
    }
}
