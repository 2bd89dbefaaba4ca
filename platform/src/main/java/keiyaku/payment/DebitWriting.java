package keiyaku.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import keiyaku.payment.BankFileStore.Place;
import keiyaku.payment.MethodStore.Kept;
import keiyaku.payment.PaymentMethod.Mandate;
import keiyaku.payment.iso20022.CollectionRequest;
import keiyaku.payment.iso20022.CollectionRequest.Collector;
import keiyaku.payment.iso20022.CollectionRequest.Party;
import keiyaku.payment.iso20022.CollectionRequest.Sequence;
import keiyaku.payment.zengin.Debit;
import keiyaku.payment.zengin.DebitFile;
import keiyaku.payment.zengin.DebitResult;
import keiyaku.shared.Money;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Writes a request file as the provider's bank takes it: zengin in Japan, pain.008 elsewhere. */
@Component
@EnableConfigurationProperties(SepaTerms.class)
class DebitWriting {

    private final Provider provider;
    private final BankTerms terms;
    private final SepaTerms sepa;
    private final BankingDays days;

    DebitWriting(Provider provider, BankTerms terms, SepaTerms sepa, BankingDays days) {
        this.provider = provider;
        this.terms = terms;
        this.sepa = sepa;
        this.days = days;
    }

    /** A file: our number, when it is made, and the day of its debits. */
    record Heading(long number, Instant at, LocalDate on) {}

    /**
     * A debit in it.
     *
     * @param first nothing was collected by this permission before
     */
    record Line(Place place, Kept by, Mandate mandate, Money amount, boolean first) {

        /** Twenty digits that come back with the result: our file and the line in it. */
        String id() {
            return "%012d%08d".formatted(place.file(), place.line());
        }
    }

    static String name(long number) {
        return "debit-%012d".formatted(number);
    }

    byte[] written(Heading heading, List<Line> lines) {
        return provider.country().equals("JP") ? zengin(heading, lines) : iso(heading, lines);
    }

    private byte[] zengin(Heading heading, List<Line> lines) {
        var debits =
                lines.stream()
                        .map(
                                line ->
                                        new Debit(
                                                line.mandate().bankAccount(),
                                                line.mandate().holder(),
                                                line.amount().minor(),
                                                Debit.News.NONE,
                                                line.id(),
                                                DebitResult.COLLECTED))
                        .toList();
        var batch =
                new DebitFile.Batch(
                        terms.collectorCode(),
                        terms.collectorName(),
                        MonthDay.from(heading.on()),
                        terms.account(),
                        debits);
        return new DebitFile(List.of(batch)).request(true);
    }

    private byte[] iso(Heading heading, List<Line> lines) {
        return new CollectionRequest(
                        name(heading.number()),
                        heading.at(),
                        heading.on(),
                        collector(),
                        lines.stream().map(this::debit).toList())
                .written();
    }

    private Collector collector() {
        var name = provider.issuer();
        return provider.usesIban()
                ? new Collector(
                        new Party(name, sepa.bic(), sepa.iban()),
                        sepa.creditor(),
                        sepa.instrument())
                : new Collector(party(name, terms.account()), terms.collectorCode(), "");
    }

    private CollectionRequest.Debit debit(Line line) {
        var registered = line.by().method().registeredAt();
        return new CollectionRequest.Debit(
                line.id(),
                line.amount(),
                line.by().token(),
                registered.atZone(days.zone()).toLocalDate(),
                line.first() ? Sequence.FIRST : Sequence.RECURRING,
                party(line.mandate().holder(), line.mandate().bankAccount()));
    }

    private static Party party(String name, BankAccount account) {
        return account.isIban()
                ? new Party(name, account.bankCode(), account.number())
                : new Party(
                        name,
                        account.bankCode() + account.branchCode(),
                        account.type().code() + account.number());
    }
}
