package keiyaku.member;

import java.text.Normalizer;
import keiyaku.shared.BadInputException;

/** What people type, made comparable: composed form, no blanks around it, no control characters. */
final class Input {

    private Input() {}

    /** The text of a field; longer than allowed or with control characters it is refused. */
    static String text(String field, String typed, int longest) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        if (text.codePointCount(0, text.length()) > longest) {
            throw new BadInputException(field, "too-long");
        }
        if (text.codePoints().anyMatch(Input::isUnseen)) {
            throw new BadInputException(field, "characters");
        }
        return text;
    }

    static String required(String field, String typed, int longest) {
        var text = text(field, typed, longest);
        if (text.isEmpty()) {
            throw new BadInputException(field, "required");
        }
        return text;
    }

    /** Full-width letters and digits, as Japanese keyboards give them, in their plain form. */
    static String plain(String field, String typed, int longest) {
        return Normalizer.normalize(required(field, typed, longest), Normalizer.Form.NFKC).strip();
    }

    /** Control, format (direction marks), private and unassigned characters and lone surrogates. */
    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
