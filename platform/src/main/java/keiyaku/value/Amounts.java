package keiyaku.value;

import keiyaku.shared.Money;

/** The smaller of two amounts. */
final class Amounts {

    private Amounts() {}

    static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
