package keiyaku.web.api;

import jakarta.servlet.http.HttpServletRequest;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.Servers;
import keiyaku.web.Page;
import keiyaku.web.billing.InvoiceWords;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Orders of server contracts (H-1, H-5). The answer comes before the money: the contract awaits its
 * payment, which the run takes by card or wallet at once, or a transfer brings.
 */
@RestController
@RequestMapping("/api/v1/servers")
class ServerApi {

    private final Servers servers;
    private final Catalogs catalogs;
    private final Posts posts;

    ServerApi(Servers servers, Catalogs catalogs, Posts posts) {
        this.servers = servers;
        this.catalogs = catalogs;
        this.posts = posts;
    }

    @PostMapping
    ResponseEntity<String> order(
            Page page,
            HttpServletRequest request,
            @RequestBody(required = false) @Nullable String body) {
        var account = Caller.account(page);
        var json = body == null ? "" : body;
        return posts.once(
                request,
                account,
                json,
                () -> {
                    var fingerprint = new String[1];
                    var order =
                            Body.read(
                                    json,
                                    b -> {
                                        fingerprint[0] = b.optionalText("quote").orElse("");
                                        return ServerRequests.order(
                                                b, account, request.getRemoteAddr());
                                    });
                    var quote = fingerprint[0].isEmpty() ? null : fingerprint[0];
                    var contract = servers.place(order, quote, account.toString());
                    return Answer.json(201, ContractViews.contract(contract));
                });
    }

    /** What an order would cost; the fields of the order, nothing is written. */
    @PostMapping("/quote")
    ResponseEntity<String> quote(
            Page page,
            HttpServletRequest request,
            @RequestBody(required = false) @Nullable String body) {
        var account = Caller.account(page);
        var json = body == null ? "" : body;
        return posts.once(
                request,
                account,
                json,
                () -> {
                    var order =
                            Body.read(
                                    json,
                                    b -> ServerRequests.order(b, account, request.getRemoteAddr()));
                    var words = new InvoiceWords(page, catalogs.current());
                    return Answer.json(200, ContractViews.quote(servers.quote(order), words));
                });
    }
}
