package keiyaku.catalog;

/** What an applicant is asked for: a workspace's names (C-4), the hosting page (H-1), nothing. */
public enum Form {
    WORKSPACE("workspace"),
    HOSTING("hosting"),
    NONE("none");

    private final String code;

    Form(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
