package keiyaku.member;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who holds an account: a person or a company. */
public sealed interface Holder {

    MemberType type();

    /** The name on pages and invoices. */
    String displayName();

    /** M-4; the day of birth is missing only for members that were taken over from elsewhere. */
    record Individual(PersonName name, @Nullable LocalDate birthDate) implements Holder {
        @Override
        public MemberType type() {
            return MemberType.INDIVIDUAL;
        }

        @Override
        public String displayName() {
            return name.display();
        }
    }

    /** M-5; the number is without separators. */
    record Business(
            String companyName,
            PersonName contact,
            String number,
            PersonName representative,
            String category,
            String item,
            TaxInvoices taxInvoices)
            implements Holder {
        @Override
        public MemberType type() {
            return MemberType.BUSINESS;
        }

        /** The number as people write it: 123-45-67891 in Korea. */
        public String shownNumber(String country) {
            return BusinessNumber.shown(number, country);
        }

        @Override
        public String displayName() {
            return companyName;
        }
    }
}
