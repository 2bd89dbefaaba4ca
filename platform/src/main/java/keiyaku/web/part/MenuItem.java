package keiyaku.web.part;

/** An entry of the side navigation; it is current on its page and, unless exact, on those below. */
public record MenuItem(String label, String href, String icon, boolean exact) {

    public static MenuItem of(String label, String href, String icon) {
        return new MenuItem(label, href, icon, false);
    }

    /** An overview's entry: not current on the pages below it, which have entries of their own. */
    public static MenuItem exactly(String label, String href, String icon) {
        return new MenuItem(label, href, icon, true);
    }

    public boolean currentOn(String path) {
        return path.equals(href) || (!exact && path.startsWith(href + "/"));
    }
}
