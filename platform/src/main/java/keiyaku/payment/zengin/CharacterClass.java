package keiyaku.payment.zengin;

import java.util.OptionalInt;

/**
 * Which characters a field may hold (appendix 1 of the standard). Checked strictly when written;
 * banks differ in what they send, so anything that can be printed is read.
 */
public enum CharacterClass {
    BANK_NAME(Letters.KANA + Letters.LATIN + "-"),
    PARTY_NAME(Letters.KANA + Letters.LATIN + "()-. "),
    EDI("ｦ" + Letters.KANA + Letters.LATIN + "()-. \\｢｣/"),
    /** Numbers of our own, such as a customer's. */
    CODE(Letters.LATIN + "-. "),
    DIGITS("0123456789"),
    BLANK(" ");

    private final String allowed;

    CharacterClass(String allowed) {
        this.allowed = allowed;
    }

    /** Where the first character stands that may not; from 0. */
    public OptionalInt firstWrong(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (allowed.indexOf(text.charAt(i)) < 0) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    public boolean allows(String text) {
        return firstWrong(text).isEmpty();
    }

    private static final class Letters {
        private static final String KANA = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ";
        private static final String LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

        private Letters() {}
    }
}
