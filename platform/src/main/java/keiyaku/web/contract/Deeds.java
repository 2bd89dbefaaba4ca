package keiyaku.web.contract;

import java.util.List;
import java.util.Optional;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.Action;
import keiyaku.contract.Consent;
import keiyaku.contract.Contract;
import keiyaku.contract.ContractCalendar;
import keiyaku.contract.Contracts;
import keiyaku.shared.RefusedException;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.billing.InvoiceWords;
import org.springframework.stereotype.Component;

/** What all pages do that change a contract: quote first, then the deed at that price (C-11). */
@Component
class Deeds {

    /** The button that does it; others only ask what it would cost. */
    private static final String DO = "do";

    private final Contracts contracts;
    private final Catalogs catalogs;

    Deeds(Contracts contracts, Catalogs catalogs) {
        this.contracts = contracts;
        this.catalogs = catalogs;
    }

    Subject subject(Page page, String id) {
        var contract = Asker.contract(page, contracts, id);
        var product = catalogs.current().product(contract.offer().product()).orElseThrow();
        return new Subject(contract, product, page.today());
    }

    ContractCalendar calendar(Contract contract) {
        return contracts.calendar(contract.account(), contract.id());
    }

    /** What it would cost; a refusal stands in the form instead. */
    Optional<QuoteView> quote(Page page, Form form, Contract contract, Action action) {
        try {
            var words = new InvoiceWords(page, catalogs.current());
            var quote = contracts.quote(contract.account(), contract.id(), action);
            return Optional.of(QuoteView.of(page, words, quote));
        } catch (RefusedException e) {
            form.attempt(
                    () -> {
                        throw e;
                    });
            return Optional.empty();
        }
    }

    static boolean wanted(Form form) {
        return form.answered() && form.text("act").equals(DO);
    }

    /** Does it at the price that was shown; a refusal, also of an old price, stands in the form. */
    boolean done(Page page, Form form, Contract contract, Action action) {
        return done(form, contract, action, new Consent(Asker.by(page), List.of()));
    }

    /** As above, for what may bring terms that are agreed to with it. */
    boolean done(Form form, Contract contract, Action action, Consent consent) {
        return wanted(form)
                && form.attempt(
                        () ->
                                contracts.perform(
                                        contract.account(),
                                        contract.id(),
                                        action,
                                        form.text("fingerprint"),
                                        consent));
    }
}
