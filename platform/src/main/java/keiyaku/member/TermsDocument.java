package keiyaku.member;

/** A document that is agreed to at sign-up, in the version that holds. */
public record TermsDocument(String code, String version) {

    static TermsDocument parse(String text) {
        var parts = text.split(":", 2);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw new IllegalArgumentException(
                    "keiyaku.member.terms: write code:version, not '" + text + "'");
        }
        return new TermsDocument(parts[0], parts[1]);
    }
}
