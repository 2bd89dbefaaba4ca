package keiyaku.member;

import java.time.Instant;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import org.jspecify.annotations.Nullable;

/**
 * A member as other modules need it: who is billed, where, and how it is written to.
 *
 * @param country ISO 3166 alpha-2, as chosen at sign-up
 * @param displayName the person's or the company's name
 * @param phone E.164; null for members that were taken over without one
 * @param businessNumber without separators; null for individuals
 * @param taxInvoices null for individuals
 */
public record Member(
        AccountId account,
        MemberType type,
        String country,
        Language language,
        String displayName,
        String email,
        @Nullable String phone,
        Address address,
        @Nullable String businessNumber,
        @Nullable TaxInvoices taxInvoices,
        Instant since) {

    /** Whether the member resides where the provider does, which decides on tax (B-19). */
    public boolean isDomestic(String providerCountry) {
        return country.equals(providerCountry);
    }

    /** Personal data does not belong into a log. */
    @Override
    public String toString() {
        return account + " " + type.code() + " " + country;
    }
}
