package keiyaku.payment;

import java.time.Instant;
import java.time.YearMonth;
import keiyaku.shared.AccountId;
import org.jspecify.annotations.Nullable;

/** A registered method: what may be known and shown of it. The token never leaves the module. */
public record PaymentMethod(
        AccountId account, MethodId id, Means means, boolean isDefault, Instant registeredAt) {

    public MethodKind kind() {
        return means.kind();
    }

    /** The card that it is; null when it is none. */
    public @Nullable Card card() {
        return means instanceof Card card ? card : null;
    }

    /** By what is paid. */
    public sealed interface Means {
        MethodKind kind();

        /** The last digits by which a member tells one from the other; may be empty. */
        String ending();

        /** Whether money can come by it in a month. */
        boolean goodIn(YearMonth month);
    }

    /** A card as far as we may know it (P-3). */
    public record Card(
            CardBrand brand,
            String bin,
            String last4,
            YearMonth expiry,
            String issuerCountry,
            Authentication authentication)
            implements Means {

        /** A card is good to the end of its month. */
        public boolean expired(YearMonth month) {
            return expiry.isBefore(month);
        }

        @Override
        public MethodKind kind() {
            return MethodKind.CARD;
        }

        @Override
        public String ending() {
            return last4;
        }

        @Override
        public boolean goodIn(YearMonth month) {
            return !expired(month);
        }
    }

    /**
     * The permission to debit a bank account (P-7).
     *
     * @param holder in half-width kana
     * @param reason why it was refused or has ended; null otherwise
     */
    public record Mandate(
            BankAccount bankAccount, String holder, MandateState state, @Nullable String reason)
            implements Means {

        @Override
        public MethodKind kind() {
            return MethodKind.DIRECT_DEBIT;
        }

        @Override
        public String ending() {
            return lastFour(bankAccount.number());
        }

        @Override
        public boolean goodIn(YearMonth month) {
            return state == MandateState.ACTIVE;
        }
    }

    /** An account at the company's bank that only this member pays into (P-8). */
    public record VirtualAccount(BankAccount bankAccount) implements Means {

        @Override
        public MethodKind kind() {
            return MethodKind.DEPOSIT;
        }

        @Override
        public String ending() {
            return lastFour(bankAccount.number());
        }

        @Override
        public boolean goodIn(YearMonth month) {
            return true;
        }

        /** Branch and account in one, as notices name it. */
        public String number() {
            return bankAccount.branchCode() + bankAccount.number();
        }
    }

    /**
     * A prepaid wallet that the member has linked (P-9).
     *
     * @param name its ID as far as we may know it
     */
    public record Wallet(String name) implements Means {

        @Override
        public MethodKind kind() {
            return MethodKind.WALLET;
        }

        @Override
        public String ending() {
            return "";
        }

        @Override
        public boolean goodIn(YearMonth month) {
            return true;
        }
    }

    /**
     * The result of the authentication at registration (P-4).
     *
     * @param enrolled false: the issuer takes no part in 3-D Secure
     */
    public record Authentication(
            String transStatus,
            @Nullable String eci,
            @Nullable String dsTransId,
            @Nullable String threeDSServerTransId,
            @Nullable String version,
            boolean enrolled) {}

    private static String lastFour(String number) {
        return number.substring(Math.max(0, number.length() - 4));
    }
}
