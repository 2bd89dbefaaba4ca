package keiyaku.web.value;

import org.jspecify.annotations.Nullable;

/**
 * One line of what became of something that is held.
 *
 * @param invoice its number; null where none was concerned
 * @param href the invoice's page
 */
public record HistoryLine(
        String what, String amount, @Nullable String invoice, @Nullable String href) {}
