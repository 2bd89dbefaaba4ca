package keiyaku.web.part;

import org.jspecify.annotations.Nullable;

/** One choice of a select or of radio cards; the aside is a figure or word at the card's end. */
public record Option(
        String value, String label, @Nullable String hint, @Nullable String aside, boolean open) {

    public static Option of(String value, String label) {
        return new Option(value, label, null, null, true);
    }

    public static Option of(String value, String label, String hint, String aside) {
        return new Option(value, label, hint, aside, true);
    }

    /** Shown, but not to be chosen; the hint says why. */
    public Option closed(String why) {
        return new Option(value, label, why, aside, false);
    }
}
