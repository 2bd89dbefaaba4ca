package keiyaku.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.Consent;
import keiyaku.contract.Contract;
import keiyaku.contract.Contracts;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.web.Page;
import keiyaku.web.PrefixedIds;
import keiyaku.web.billing.InvoiceWords;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contracts: applied for, quoted, changed, shown (C-3 to C-14). */
@RestController
@RequestMapping("/api/v1/contracts")
class ContractApi {

    private final Contracts contracts;
    private final Catalogs catalogs;
    private final Posts posts;

    ContractApi(Contracts contracts, Catalogs catalogs, Posts posts) {
        this.contracts = contracts;
        this.catalogs = catalogs;
        this.posts = posts;
    }

    @GetMapping
    ListAnswer list(
            Page page,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(name = "starting_after", required = false) @Nullable String after) {
        int most = ListAnswer.limit(limit);
        var cursor = after == null ? null : ReadController.cursor("con", after).toString();
        var found =
                contracts.of(Caller.account(page)).stream()
                        .filter(
                                c ->
                                        cursor == null
                                                || c.id().value().toString().compareTo(cursor) < 0)
                        .limit(most + 1L)
                        .toList();
        return ListAnswer.of("/api/v1/contracts", found, most, ContractViews::contract);
    }

    @GetMapping("/{id}")
    Map<String, Object> read(Page page, @PathVariable String id) {
        return ContractViews.contract(known(Caller.account(page), id));
    }

    @GetMapping("/{id}/calendar")
    Map<String, Object> calendar(Page page, @PathVariable String id) {
        var account = Caller.account(page);
        var contract = known(account, id);
        return ContractViews.calendar(contracts.calendar(account, contract.id()));
    }

    @PostMapping
    ResponseEntity<String> apply(
            Page page,
            HttpServletRequest request,
            @RequestBody(required = false) @Nullable String body) {
        var account = Caller.account(page);
        var json = text(body);
        return posts.once(
                request,
                account,
                json,
                () -> {
                    var form =
                            Body.read(
                                    json,
                                    b ->
                                            ContractRequests.application(
                                                    b,
                                                    account,
                                                    page.zone(),
                                                    request.getRemoteAddr()));
                    var contract = contracts.apply(form, account.toString());
                    return Answer.json(201, ContractViews.contract(contract));
                });
    }

    /** What an action would cost and when; nothing is changed. */
    @PostMapping("/{id}/quote")
    ResponseEntity<String> quote(
            Page page,
            HttpServletRequest request,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable String body) {
        var account = Caller.account(page);
        var contract = known(account, id).id();
        var json = text(body);
        return posts.once(
                request,
                account,
                json,
                () -> {
                    var action = Body.read(json, ContractRequests::quoted);
                    var words = new InvoiceWords(page, catalogs.current());
                    var quote = contracts.quote(account, contract, action);
                    return Answer.json(200, ContractViews.quote(quote, words));
                });
    }

    @PostMapping(
            "/{id}/{verb:convert|set-renewal|upgrade|cancel|withdraw|change-next"
                    + "|choose-wallet-day|reset-payment|renew|add-option|set-option-renewal"
                    + "|name-option}")
    ResponseEntity<String> perform(
            Page page,
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable String verb,
            @RequestBody(required = false) @Nullable String body) {
        var account = Caller.account(page);
        var contract = known(account, id).id();
        var json = text(body);
        return posts.once(
                request,
                account,
                json,
                () -> {
                    var asked =
                            Body.read(
                                    json,
                                    b -> ContractRequests.asked(verb, b, request.getRemoteAddr()));
                    var changed =
                            contracts.perform(
                                    account,
                                    contract,
                                    asked.action(),
                                    asked.quote(),
                                    new Consent(account.toString(), asked.agreed()));
                    return Answer.json(200, ContractViews.contract(changed));
                });
    }

    /** Another account's contract is not found, like one that never was. */
    private Contract known(AccountId account, String text) {
        var id = new ContractId(PrefixedIds.parse("con", text));
        return contracts.of(account).stream()
                .filter(contract -> contract.id().equals(id))
                .findFirst()
                .orElseThrow(PrefixedIds::notFound);
    }

    private static String text(@Nullable String body) {
        return body == null ? "" : body;
    }
}
