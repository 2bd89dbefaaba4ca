package sandbox.card;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A published test number and what becomes of it. {@code later} is the reason for which payments
 * with it are refused; {@link #REFUSED_AT_ONCE} means that it cannot even be registered.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TestCard(
        String number,
        Brand brand,
        @JsonProperty("threeDS") Outcome outcome,
        String issuerCountry,
        @Nullable String later,
        String note) {
    static final String REFUSED_AT_ONCE = "card-refused";

    @JsonIgnore
    public boolean refusedAtOnce() {
        return refusesAtOnce(later);
    }

    public static boolean refusesAtOnce(@Nullable String reason) {
        return REFUSED_AT_ONCE.equals(reason);
    }

    @Override
    public String toString() {
        return brand + " " + number.substring(number.length() - 4);
    }
}
