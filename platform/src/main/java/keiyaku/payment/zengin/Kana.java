package keiyaku.payment.zengin;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Names as banks write them: half-width kana in which small ones are large, the long vowel is a
 * hyphen and voicing marks are characters of their own.
 */
public final class Kana {

    private static final String WIDE =
            "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノ" + "ハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309A";
    private static final char FIRST_NARROW = '｡';

    private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
    private static final String LARGE = "アイウエオツヤユヨワカケ";

    private static final String DASHES = "ー－―‐‑–—−";
    private static final char FIRST_HIRAGANA = 'ぁ';
    private static final char LAST_HIRAGANA = 'ゖ';
    private static final int TO_KATAKANA = 'ァ' - 'ぁ';

    private static final String MARKS = "ﾞﾟ";

    private Kana() {}

    /**
     * Nothing is dropped: what has no half-width form stays as it is, for a character class to
     * refuse.
     */
    public static String halfWidth(String text) {
        var narrow = new StringBuilder(text.length() + 8);
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .chars()
                .forEach(c -> narrow.append(narrow((char) c)));
        return narrow.toString().toUpperCase(Locale.ROOT);
    }

    /** Cuts to a length, never between a kana and its voicing mark. */
    public static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = MARKS.indexOf(text.charAt(length)) >= 0 ? length - 1 : length;
        return text.substring(0, end);
    }

    private static char narrow(char c) {
        if (DASHES.indexOf(c) >= 0) {
            return '-';
        }
        if (c == '\u00A5') {
            return '\\';
        }
        char katakana = c >= FIRST_HIRAGANA && c <= LAST_HIRAGANA ? (char) (c + TO_KATAKANA) : c;
        int small = SMALL.indexOf(katakana);
        int wide = WIDE.indexOf(small < 0 ? katakana : LARGE.charAt(small));
        return wide < 0 ? katakana : (char) (FIRST_NARROW + wide);
    }
}
