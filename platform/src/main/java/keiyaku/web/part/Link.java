package keiyaku.web.part;

/** A text that leads somewhere: breadcrumb, tab, menu entry. */
public record Link(String label, String href, boolean current) {

    public static Link to(String label, String href) {
        return new Link(label, href, false);
    }

    public static Link here(String label, String href) {
        return new Link(label, href, true);
    }
}
