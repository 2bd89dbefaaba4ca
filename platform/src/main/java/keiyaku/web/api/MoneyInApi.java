package keiyaku.web.api;

import java.util.LinkedHashMap;
import java.util.Map;
import keiyaku.payment.Deposit;
import keiyaku.payment.Deposits;
import keiyaku.payment.Dispute;
import keiyaku.payment.Disputes;
import keiyaku.payment.Transfer;
import keiyaku.payment.Transfers;
import keiyaku.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Money that a member transferred, is awaited from it, or was taken back (P-8, P-10, B-23). */
@RestController
@RequestMapping("/api/v1")
class MoneyInApi {

    private final Deposits deposits;
    private final Transfers transfers;
    private final Disputes disputes;

    MoneyInApi(Deposits deposits, Transfers transfers, Disputes disputes) {
        this.deposits = deposits;
        this.transfers = transfers;
        this.disputes = disputes;
    }

    /** Newest first; what is kept of them is the balance that the coins tell. */
    @GetMapping("/deposits")
    ListAnswer deposits(Page page, @RequestParam(required = false) @Nullable String limit) {
        int most = ListAnswer.limit(limit);
        var found = deposits.of(Caller.account(page), most + 1);
        return ListAnswer.of("/api/v1/deposits", found, most, MoneyInApi::deposit);
    }

    /** Newest first, each with the account to pay into. */
    @GetMapping("/transfers")
    ListAnswer transfers(Page page) {
        var all = transfers.of(Caller.account(page));
        return ListAnswer.of(
                "/api/v1/transfers", all, Math.max(1, all.size()), MoneyInApi::transfer);
    }

    /** Newest first: payments that a card's issuer or the acquirer took back. */
    @GetMapping("/disputes")
    ListAnswer disputes(Page page) {
        var all = disputes.of(Caller.account(page));
        return ListAnswer.of("/api/v1/disputes", all, Math.max(1, all.size()), MoneyInApi::dispute);
    }

    private static Map<String, Object> deposit(Deposit deposit) {
        return Views.object(
                "object", "deposit",
                "id", deposit.id(),
                "number", deposit.number(),
                "currency", deposit.amount().currency().getCurrencyCode(),
                "amount", deposit.amount(),
                "payer", deposit.payer(),
                "message", deposit.message(),
                "on", deposit.valueOn());
    }

    private static Map<String, Object> transfer(Transfer transfer) {
        var view = new LinkedHashMap<>(InvoiceViews.transfer(transfer));
        view.put("invoice", transfer.invoice().toString());
        var contract = transfer.contract();
        if (contract != null) {
            view.put("contract", contract.toString());
        }
        return view;
    }

    private static Map<String, Object> dispute(Dispute dispute) {
        return Views.object(
                "object", "dispute",
                "id", dispute.id(),
                "kind", dispute.kind().code(),
                "state", dispute.state().code(),
                "invoice", dispute.invoice(),
                "currency", dispute.amount().currency().getCurrencyCode(),
                "amount", dispute.amount(),
                "reason", dispute.reason(),
                "openedAt", dispute.openedAt());
    }
}
