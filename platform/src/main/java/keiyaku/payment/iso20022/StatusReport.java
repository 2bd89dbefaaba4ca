package keiyaku.payment.iso20022;

import com.prowidesoftware.swift.model.mx.MxPain00200110;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV10;
import com.prowidesoftware.swift.model.mx.dic.OriginalTransactionReference28;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.StatusReason6Choice;
import com.prowidesoftware.swift.model.mx.dic.StatusReasonInformation12;
import jakarta.xml.bind.JAXBContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import keiyaku.payment.iso20022.Binding.Bound;
import keiyaku.payment.iso20022.Binding.Wanted;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a bank says of a request: pain.002.001.10 (CustomerPaymentStatusReport). What it does not
 * decide yet, such as a debit that is only accepted, is left out.
 *
 * @param request the id of the message that it answers
 * @param refused the reason for which all of it was refused, in the bank's words; null when not
 */
public record StatusReport(String request, @Nullable String refused, List<Entry> entries) {

    private static final Wanted<CustomerPaymentStatusReportV10> WANTED =
            new Wanted<>(
                    CustomerPaymentStatusReportV10.class,
                    MxPain00200110.NAMESPACE,
                    "CstmrPmtStsRpt");

    public StatusReport {
        entries = List.copyOf(entries);
    }

    /**
     * What became of one debit.
     *
     * @param id as we gave it
     * @param amount null when the bank does not repeat it
     * @param reason its code, such as AM04; empty when it was collected
     */
    public record Entry(String id, @Nullable Money amount, String reason, int line, int column) {}

    /** What binds the message's classes; made when a first file comes, for it takes a second. */
    private static final class Context {
        private static final JAXBContext OF = Binding.of(MxPain00200110._classes);
    }

    /**
     * @throws keiyaku.payment.zengin.WrongFileException with line and column, when anything is
     *     wrong; then nothing of it counts
     */
    public static StatusReport read(byte[] content) {
        var bound = Binding.read(content, Context.OF, WANTED);
        var group = bound.message().getOrgnlGrpInfAndSts();
        if (group == null || group.getOrgnlMsgId() == null) {
            throw bound.places().wrong(bound.message(), "OrgnlGrpInfAndSts/OrgnlMsgId is missing");
        }
        var refused = "RJCT".equals(group.getGrpSts()) ? reason(group.getStsRsnInf()) : null;
        var entries = new ArrayList<Entry>();
        for (var block : bound.message().getOrgnlPmtInfAndSts()) {
            for (var one : block.getTxInfAndSts()) {
                add(entries, bound, one);
            }
        }
        if (refused != null && !entries.isEmpty()) {
            throw bound.places().wrong(group, "all is refused, and yet single debits are told of");
        }
        return new StatusReport(group.getOrgnlMsgId(), refused, entries);
    }

    private static void add(
            List<Entry> entries,
            Bound<CustomerPaymentStatusReportV10> bound,
            PaymentTransaction105 one) {
        var places = bound.places();
        if (one.getOrgnlEndToEndId() == null || one.getTxSts() == null) {
            throw places.wrong(one, "OrgnlEndToEndId or TxSts is missing");
        }
        var refused = "RJCT".equals(one.getTxSts());
        if (!refused && !List.of("ACSC", "ACCC").contains(one.getTxSts())) {
            return;
        }
        var reason = refused ? reason(one.getStsRsnInf()) : "";
        entries.add(
                new Entry(
                        one.getOrgnlEndToEndId(),
                        amount(bound, one.getOrgnlTxRef()),
                        reason,
                        places.line(one),
                        places.column(one)));
    }

    private static @Nullable Money amount(
            Bound<CustomerPaymentStatusReportV10> bound,
            @Nullable OriginalTransactionReference28 original) {
        if (original == null
                || original.getAmt() == null
                || original.getAmt().getInstdAmt() == null) {
            return null;
        }
        ActiveOrHistoricCurrencyAndAmount said = original.getAmt().getInstdAmt();
        try {
            var currency = Currency.getInstance(String.valueOf(said.getCcy()));
            return new Money(
                    said.getValue()
                            .movePointRight(currency.getDefaultFractionDigits())
                            .longValueExact(),
                    currency);
        } catch (IllegalArgumentException | ArithmeticException | NullPointerException e) {
            throw bound.places()
                    .wrong(said, "InstdAmt is no amount of its currency: " + said.getCcy());
        }
    }

    /** The first code; banks that give none refuse without saying why. */
    private static String reason(List<StatusReasonInformation12> all) {
        return all.stream()
                .map(StatusReasonInformation12::getRsn)
                .filter(Objects::nonNull)
                .map(StatusReason6Choice::getCd)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("MS03");
    }
}
