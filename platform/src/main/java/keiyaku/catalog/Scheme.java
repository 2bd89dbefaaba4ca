package keiyaku.catalog;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a quantity becomes an amount. Unit prices are in minor units and may have decimals. */
public sealed interface Scheme {

    /** As written in a catalog. */
    String code();

    /** Every unit costs the same. */
    record Flat(BigDecimal price) implements Scheme {
        public Flat {
            price = Decimals.plain(price);
        }

        @Override
        public String code() {
            return "flat";
        }
    }

    /** Each unit costs what the tier says that it falls into. */
    record Tiered(List<Tier> tiers) implements Scheme {
        public Tiered {
            tiers = List.copyOf(tiers);
        }

        @Override
        public String code() {
            return "tiered";
        }
    }

    /** All units cost what the tier says that the whole quantity falls into. */
    record Volume(List<Tier> tiers) implements Scheme {
        public Volume {
            tiers = List.copyOf(tiers);
        }

        @Override
        public String code() {
            return "volume";
        }
    }

    /** Each package that is begun costs its price. */
    record PerPackage(BigDecimal size, BigDecimal price) implements Scheme {
        public PerPackage {
            size = Decimals.plain(size);
            price = Decimals.plain(price);
        }

        @Override
        public String code() {
            return "package";
        }
    }

    /** Up to and including a quantity; the last tier has no end. */
    record Tier(@Nullable BigDecimal upTo, BigDecimal price) {
        public Tier {
            upTo = upTo == null ? null : Decimals.plain(upTo);
            price = Decimals.plain(price);
        }
    }
}
