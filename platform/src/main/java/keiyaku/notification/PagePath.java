package keiyaku.notification;

/**
 * A fact that is an address of our own pages, as a path; sent with the public address before it.
 */
public record PagePath(String path, boolean secret) {

    public PagePath {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("a path of our pages begins with one slash");
        }
    }

    public static PagePath of(String path) {
        return new PagePath(path, false);
    }

    /** A one-time address: erased from the row once it was sent. */
    public static PagePath once(String path) {
        return new PagePath(path, true);
    }

    @Override
    public String toString() {
        return secret ? "secret" : path;
    }
}
