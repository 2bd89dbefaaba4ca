package keiyaku.member;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import keiyaku.member.Holder.Business;
import keiyaku.member.Holder.Individual;
import keiyaku.shared.BadInputException;

/** Reads what was typed about a member (M-4, M-5, M-7, M-13); all that is wrong is told at once. */
final class MemberForm {

    private static final int OLDEST = 130;

    private final FormReading form;
    private final String country;
    private final LocalDate today;
    private final int minimumAge;

    private final MemberType type;

    private MemberForm(Basis basis, Map<String, String> entered) {
        this.form = new FormReading(entered);
        this.type = basis.type();
        this.country = basis.country();
        this.today = basis.today();
        this.minimumAge = basis.minimumAge();
    }

    /** What the rules need besides the text: whose form it is, and what day it is there. */
    record Basis(MemberType type, String country, LocalDate today, int minimumAge) {}

    /** A new member's form. */
    static MemberDetails read(Basis basis, Map<String, String> entered) {
        var form = new MemberForm(basis, entered);
        return form.read();
    }

    private MemberDetails read() {
        var email = form.read("email", EmailAddress::parse);
        var holder = type == MemberType.INDIVIDUAL ? individual() : business();
        var address = address();
        var phone = form.read("phone", (field, typed) -> PhoneNumber.parse(field, typed, country));
        var origin = origin();
        form.orThrow();
        return new MemberDetails(
                holder, country, email.orElseThrow(), phone.orElseThrow(), address, origin);
    }

    /** What a profile's form holds that is not locked by M-12 and not proven by a code. */
    record Changeable(Holder holder, Address address, MemberDetails.Origin origin) {}

    /** The form of a profile: the locked parts are kept as they were. */
    static Changeable change(Basis basis, Holder before, Map<String, String> entered) {
        var form = new MemberForm(basis, entered);
        var holder =
                switch (before) {
                    case Individual was ->
                            new Individual(was.name(), form.birthDate().orElse(LocalDate.EPOCH));
                    case Business was -> form.business(was.companyName(), was.number());
                };
        var read = new Changeable(holder, form.address(), form.origin());
        form.form.orThrow();
        return read;
    }

    private Optional<LocalDate> birthDate() {
        return form.read("birthDate", this::birthDate);
    }

    private MemberDetails.Origin origin() {
        var field = form.read("serviceField", (f, typed) -> Origins.serviceField(typed));
        var heard = form.read("heardFrom", (f, typed) -> Origins.heardFrom(typed));
        return new MemberDetails.Origin(field.orElse("other"), heard.orElse("other"));
    }

    private Individual individual() {
        var name =
                Countries.writesNamesInOne(country)
                        ? form.read("name", PersonName::whole)
                        : form.read("givenName", (f, typed) -> twoFields());
        return new Individual(name.orElse(NOBODY), birthDate().orElse(LocalDate.EPOCH));
    }

    private PersonName twoFields() {
        return PersonName.of(
                "familyName", form.typed("familyName"), "givenName", form.typed("givenName"));
    }

    private LocalDate birthDate(String field, String typed) {
        var text = Input.required(field, typed, 10);
        final LocalDate born;
        try {
            born = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadInputException(field, "date");
        }
        if (born.isAfter(today)) {
            throw new BadInputException(field, "birth-date-future");
        }
        if (born.isBefore(today.minusYears(OLDEST))) {
            throw new BadInputException(field, "date");
        }
        if (born.plusYears(minimumAge).isAfter(today)) {
            throw new BadInputException(field, "too-young");
        }
        return born;
    }

    private Business business() {
        var company = form.required("companyName", 100);
        var number =
                form.read("businessNumber", (f, typed) -> BusinessNumber.parse(f, typed, country));
        return business(company.orElse(""), number.orElse(""));
    }

    private Business business(String company, String number) {
        var contact = form.read("contactName", PersonName::whole);
        var representative = form.read("representativeName", PersonName::whole);
        var category = form.required("businessCategory", 100);
        var item = form.required("businessItem", 100);
        var taxInvoices = form.read("taxInvoices", MemberForm::taxInvoices);
        return new Business(
                company,
                contact.orElse(NOBODY),
                number,
                representative.orElse(NOBODY),
                category.orElse(""),
                item.orElse(""),
                taxInvoices.orElse(TaxInvoices.THIS_MONTH));
    }

    private static TaxInvoices taxInvoices(String field, String typed) {
        return TaxInvoices.ofCode(typed)
                .orElseThrow(() -> new BadInputException(field, "choose-one"));
    }

    private Address address() {
        var code = form.read("postalCode", (f, typed) -> Address.postalCode(typed, country));
        var region = needsRegion() ? form.required("region", 60) : form.text("region", 60);
        var city = form.required("city", 80);
        var street = form.required("street", 120);
        var building = form.text("building", 120);
        return new Address(
                code.orElse(""),
                region.orElse(""),
                city.orElse(""),
                street.orElse(""),
                building.orElse(""));
    }

    private boolean needsRegion() {
        return switch (country) {
            case "JP", "KR", "CN", "US" -> true;
            default -> false;
        };
    }

    /** Stands where a name was wrong, until orThrow tells so. */
    private static final PersonName NOBODY = new PersonName("?", null);
}
