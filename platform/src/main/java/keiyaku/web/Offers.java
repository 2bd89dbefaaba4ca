package keiyaku.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the portal's first page offers; a bean of the pages that know the catalog. */
public interface Offers {

    List<Offer> shown(Page page);

    /** A product with one sentence, its lowest price as a text, and where to read on. */
    record Offer(String name, String text, @Nullable String from, String href) {}
}
