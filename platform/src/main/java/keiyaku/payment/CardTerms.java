package keiyaku.payment;

import java.util.Set;

/**
 * Which cards a member may register (P-2).
 *
 * @param issuedAbroad only those issued outside the provider's country
 * @param threeDSRequired none whose issuer takes no part in 3-D Secure
 */
record CardTerms(Set<CardBrand> brands, boolean issuedAbroad, boolean threeDSRequired) {

    CardTerms {
        brands = Set.copyOf(brands);
    }
}
