package keiyaku.web.part;

/** How something stands: always shown as colour, shape and word together. */
public enum Tone {
    GOOD("circle-check"),
    INFO("info"),
    CAUTION("triangle-alert"),
    BAD("octagon-alert"),
    WAITING("clock"),
    QUIET("circle-dashed");

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    /** The shape, by its name among the icons. */
    public String icon() {
        return icon;
    }

    /** The suffix of the style's class. */
    public String css() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
