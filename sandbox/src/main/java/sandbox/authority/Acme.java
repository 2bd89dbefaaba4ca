package sandbox.authority;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import sandbox.shared.Json;
import sandbox.shared.Web;
import tools.jackson.databind.JsonNode;

/** The routes of ACME (RFC 8555): directory, nonces, accounts, orders, challenges, certificates. */
final class Acme {
    private static final String JOSE = "application/jose+json";

    /** What kinds of certificates there are (draft-ietf-acme-profiles). */
    private static final Map<String, String> PROFILES =
            Map.of(
                    "ssl-dv", "Domain validated",
                    "ssl-ov", "Organization validated",
                    "ssl-ev", "Extended validation");

    private final Orders orders;
    private final Issuing issuing;
    private final InstantSource clock;
    private final Jws jws = new Jws();

    Acme(Orders orders, Issuing issuing, InstantSource clock) {
        this.orders = orders;
        this.issuing = issuing;
        this.clock = clock;
    }

    void add(RoutesConfig routes) {
        routes.exception(Refused.class, this::refused);
        routes.get("/acme/directory", this::directory);
        routes.head("/acme/nonce", this::nonce);
        routes.get("/acme/nonce", this::nonce);
        routes.post("/acme/accounts", this::account);
        routes.post("/acme/accounts/{account}", this::self);
        routes.post("/acme/orders", this::order);
        routes.post("/acme/orders/{order}", this::show);
        routes.post("/acme/orders/{order}/finalize", this::finish);
        routes.post("/acme/orders/{order}/certificate", this::certificate);
        routes.post("/acme/authorizations/{id}", this::authorization);
        routes.post("/acme/authorizations/{id}/{way}", this::challenge);
        routes.post("/acme/revocations", this::revoke);
    }

    private void refused(Refused refused, Context ctx) {
        ctx.header("Replay-Nonce", jws.nonce())
                .status(refused.status())
                .contentType("application/problem+json")
                .result(Json.bytes(refused.toJson()));
    }

    private void directory(Context ctx) {
        var base = base(ctx) + "/acme/";
        Web.json(
                ctx,
                200,
                Map.of(
                        "newNonce", base + "nonce",
                        "newAccount", base + "accounts",
                        "newOrder", base + "orders",
                        "revokeCert", base + "revocations",
                        "keyChange", base + "key-change",
                        "meta",
                                Map.of(
                                        "termsOfService", base(ctx) + "/",
                                        "website", base(ctx) + "/",
                                        "profiles", PROFILES)));
    }

    private void nonce(Context ctx) {
        ctx.header("Replay-Nonce", jws.nonce()).header("Cache-Control", "no-store").status(204);
    }

    private void account(Context ctx) {
        var signed = read(ctx);
        if (signed.key() == null) {
            throw new Refused(400, "malformed", "A new account signs with its key itself.");
        }
        var id = orders.account(signed.key());
        ctx.header("Location", base(ctx) + "/acme/accounts/" + id);
        answer(ctx, 201, Map.of("status", "valid"));
    }

    private void self(Context ctx) {
        signer(ctx);
        answer(ctx, 200, Map.of("status", "valid"));
    }

    private void order(Context ctx) {
        var signed = read(ctx);
        var asked = required(signed);
        var names = asked.path("identifiers");
        if (names.size() != 1 || !names.get(0).path("type").asString("").equals("dns")) {
            throw new Refused(400, "unsupportedIdentifier", "One name of the kind dns, please.");
        }
        var from = instant(asked, "notBefore", clock.instant().truncatedTo(ChronoUnit.SECONDS));
        var until = instant(asked, "notAfter", from.plus(Issuing.usual()));
        if (!until.isAfter(from) || until.isAfter(from.plus(Issuing.usual()))) {
            throw new Refused(400, "malformed", "A certificate is for 90 days at the most.");
        }
        var name = names.get(0).path("value").asString("").toLowerCase(Locale.ROOT);
        var profile = asked.path("profile").asString("ssl-dv");
        var order = orders.order(account(signed), new Orders.Asked(name, profile, from, until));
        ctx.header("Location", url(ctx, order));
        answer(ctx, 201, json(ctx, order));
    }

    private void show(Context ctx) {
        var order = orders.order(signer(ctx), ctx.pathParam("order"));
        ctx.header("Location", url(ctx, order));
        answer(ctx, 200, json(ctx, order));
    }

    private void finish(Context ctx) {
        var signed = read(ctx);
        var account = account(signed);
        var order = orders.order(account, ctx.pathParam("order"));
        if (!status(order).equals("ready")) {
            throw new Refused(403, "orderNotReady", "The order is " + status(order) + ".");
        }
        var request = required(signed).path("csr").asString("");
        var chain = issuing.issue(order, Base64.getUrlDecoder().decode(request));
        ctx.header("Location", url(ctx, order));
        answer(ctx, 200, json(ctx, orders.issued(order, chain)));
    }

    private void certificate(Context ctx) {
        var order = orders.order(signer(ctx), ctx.pathParam("order"));
        if (order.chain() == null) {
            throw new Refused(404, "malformed", "The certificate is not issued.");
        }
        ctx.header("Replay-Nonce", jws.nonce())
                .contentType("application/pem-certificate-chain")
                .result(order.chain());
    }

    private void authorization(Context ctx) {
        answer(ctx, 200, json(ctx, orders.authorization(signer(ctx), ctx.pathParam("id"))));
    }

    private void challenge(Context ctx) {
        var signed = read(ctx);
        var account = account(signed);
        var id = ctx.pathParam("id");
        var way = ctx.pathParam("way");
        var found =
                signed.payload() == null
                        ? orders.authorization(account, id)
                        : orders.look(account, id, way);
        var at = base(ctx) + "/acme/authorizations/" + id;
        ctx.header("Link", "<" + at + ">;rel=\"up\"");
        answer(ctx, 200, challenge(at, found, way));
    }

    private void revoke(Context ctx) {
        read(ctx);
        answer(ctx, 200, Map.of());
    }

    private Map<String, Object> json(Context ctx, Order order) {
        var json = new LinkedHashMap<String, Object>();
        json.put("status", status(order));
        json.put("identifiers", List.of(Map.of("type", "dns", "value", order.name())));
        json.put("notBefore", order.from().toString());
        json.put("notAfter", order.until().toString());
        json.put("profile", order.profile());
        json.put(
                "authorizations",
                List.of(base(ctx) + "/acme/authorizations/" + order.authorization()));
        json.put("finalize", url(ctx, order) + "/finalize");
        if (order.chain() != null) {
            json.put("certificate", url(ctx, order) + "/certificate");
        }
        return json;
    }

    private String status(Order order) {
        if (order.chain() != null) {
            return "valid";
        }
        var proof = orders.authorization(order.account(), order.authorization());
        return switch (proof.status()) {
            case "valid" -> "ready";
            case "invalid" -> "invalid";
            default -> "pending";
        };
    }

    private Map<String, Object> json(Context ctx, Authorization found) {
        var at = base(ctx) + "/acme/authorizations/" + found.id();
        return Map.of(
                "status", found.status(),
                "identifier", Map.of("type", "dns", "value", found.name()),
                "challenges",
                        List.of(challenge(at, found, "dns-01"), challenge(at, found, "http-01")));
    }

    private static Map<String, Object> challenge(String at, Authorization found, String way) {
        var json = new LinkedHashMap<String, Object>();
        var looked = way.equals(found.by());
        json.put("type", way);
        json.put("url", at + "/" + way);
        json.put("token", found.token());
        json.put("status", looked ? looked(found) : "pending");
        var why = found.why();
        if (looked && why != null) {
            int colon = why.indexOf(':');
            json.put(
                    "error",
                    Refused.problem(why.substring(0, colon), why.substring(colon + 1), 403));
        }
        return json;
    }

    /** One that was looked for in vain is looked for again when it is asked for (8.2). */
    private static String looked(Authorization found) {
        return found.status().equals("pending") ? "processing" : found.status();
    }

    private Jws.Signed read(Context ctx) {
        if (!JOSE.equals(ctx.contentType())) {
            throw new Refused(415, "malformed", "Requests are of the type " + JOSE + ".");
        }
        return jws.read(
                ctx.bodyAsBytes(),
                base(ctx) + ctx.path(),
                account -> orders.key(account.substring(account.lastIndexOf('/') + 1)));
    }

    private String signer(Context ctx) {
        return account(read(ctx));
    }

    private static String account(Jws.Signed signed) {
        var account = signed.account();
        if (account == null) {
            throw new Refused(400, "malformed", "Sign with the account's address as kid.");
        }
        return account.substring(account.lastIndexOf('/') + 1);
    }

    private static JsonNode required(Jws.Signed signed) {
        return Objects.requireNonNull(
                signed.payload() == null ? Json.tree("{}") : signed.payload());
    }

    private static Instant instant(JsonNode asked, String field, Instant otherwise) {
        var given = asked.path(field).asString("");
        return given.isEmpty() ? otherwise : Instant.parse(given);
    }

    private static String url(Context ctx, Order order) {
        return base(ctx) + "/acme/orders/" + order.id();
    }

    private static String base(Context ctx) {
        return ctx.scheme() + "://" + ctx.host();
    }

    private void answer(Context ctx, int status, Object body) {
        ctx.header("Replay-Nonce", jws.nonce()).header("Cache-Control", "no-store");
        Web.json(ctx, status, body);
    }
}
