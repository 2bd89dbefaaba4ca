package sandbox.bank;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Journal;
import sandbox.shared.Outbound;
import sandbox.shared.Problem;
import sandbox.shared.Program;
import sandbox.shared.Web;

/** The bank as a program: an exchange of files, virtual accounts, mandates, and a control page. */
public final class Bank implements AutoCloseable {
    static final String CODE = "9999";

    private static final Map<String, Character> RESULTS =
            Map.of(
                    "collected", '0',
                    "insufficient-funds", '1',
                    "no-such-account", '2',
                    "stopped-by-payer", '3',
                    "no-mandate", '4',
                    "stopped-by-us", '8',
                    "other", '9');

    /** How it is set up: its port, its customer's key, its data, its time. */
    public record Setup(int port, String key, @Nullable Path data, InstantSource clock) {}

    private record Wanted(@Nullable String reference, @Nullable String hook) {}

    private record Asked(
            @Nullable String bankCode,
            @Nullable String branchCode,
            @Nullable String accountType,
            @Nullable String accountNumber,
            @Nullable String holder) {}

    private record Deposit(
            @Nullable String number,
            @Nullable Long amount,
            @Nullable String payer,
            @Nullable String reference,
            @Nullable String message) {}

    private record Format(@Nullable String deposits, @Nullable String currency) {}

    private record Will(@Nullable String answer, @Nullable Integer times) {}

    private record Code(@Nullable String code) {}

    private record Put(@Nullable String kind, @Nullable String content) {}

    private static final String BEARER = "Bearer ";

    private final String key;
    private final InstantSource clock;
    private final Journal journal;
    private final ConcurrentHashMap<String, Ledger> byKey = new ConcurrentHashMap<>();
    private final Program program;

    public Bank(Setup setup) throws BindException {
        key = setup.key();
        clock = setup.clock();
        journal = Journal.in(setup.data(), "bank");
        var ledger = new Ledger(journal, new BankDays(clock));
        journal.replay(ledger::replay);
        byKey.put(key, ledger);
        program = Program.start("bank", setup.port(), this::route);
    }

    /**
     * A customer's books: the one whose key was set up, and, for tests that share a bank, whoever
     * adds something to that key; these are not kept.
     */
    private Ledger ledger(Context ctx) {
        var given = ctx.header("Authorization");
        var of = given == null ? key : given.substring(Math.min(BEARER.length(), given.length()));
        if (!of.startsWith(key)) {
            throw Problem.of(401, "wrong-key", "Send Authorization: Bearer and the right key.");
        }
        return byKey.computeIfAbsent(
                of, k -> new Ledger(Journal.in(null, "bank"), new BankDays(clock)));
    }

    private void route(RoutesConfig routes) {
        routes.post("/v1/virtual-accounts", this::virtual);
        routes.post("/v1/mandates", this::request);
        routes.get("/v1/mandates/{id}", this::mandate);
        routes.delete("/v1/mandates/{id}", this::revoke);
        routes.put("/v1/inbox/{name}", this::take);
        routes.get("/v1/outbox", this::list);
        routes.get("/v1/outbox/{number}", this::file);
        routes.post("/control/deposits", this::deposit);
        routes.post("/control/deposits/{reference}/cancel", this::cancel);
        routes.post("/control/accounts/{account}/will", this::will);
        routes.post("/control/mandates/{id}/revoke", this::revokedByHolder);
        routes.post("/control/format", this::format);
        routes.post("/control/refuse-next", this::refuseNext);
        routes.post("/control/accounts/{account}/give-back", this::giveBack);
        routes.post("/control/outbox", this::put);
        routes.post("/control/outbox/{kind}/repeat", this::repeat);
        routes.get("/control/state", ctx -> Web.json(ctx, 200, ledger(ctx).state()));
        routes.get("/", ctx -> Web.page(ctx, BankPages.control(ctx, ledger(ctx).state())));
    }

    /** A call of the customer's server: with its key, and with its idea of the time. */
    private Ledger customer(Context ctx) {
        if (ctx.header("Authorization") == null) {
            throw Problem.of(401, "wrong-key", "Send Authorization: Bearer and the right key.");
        }
        var ledger = ledger(ctx);
        ledger.hear(ctx.header("Date"));
        return ledger;
    }

    private void virtual(Context ctx) {
        var ledger = customer(ctx);
        var wanted = Web.body(ctx, Wanted.class);
        var number = ledger.virtual(Web.required(wanted.reference(), "reference"));
        if (wanted.hook() != null && !wanted.hook().isBlank()) {
            ledger.tells(Outbound.loopback(wanted.hook()), ctx.header("Authorization"));
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("bankCode", CODE);
        answer.put("bankName", "ｻﾝﾄﾞﾎﾞﾂｸｽ");
        answer.put("branchCode", number.substring(0, 3));
        answer.put("branchName", "ﾌﾘｺﾐ");
        answer.put("accountNumber", number.substring(3));
        Web.json(ctx, 200, answer);
    }

    private void request(Context ctx) {
        var ledger = customer(ctx);
        var asked = Web.body(ctx, Asked.class);
        var account =
                digits(asked.bankCode(), "bankCode", 4)
                        + digits(asked.branchCode(), "branchCode", 3)
                        + digits(asked.accountType(), "accountType", 1)
                        + digits(asked.accountNumber(), "accountNumber", 7);
        Web.json(ctx, 200, ledger.request(account, Web.required(asked.holder(), "holder")));
    }

    private void mandate(Context ctx) {
        Web.json(ctx, 200, customer(ctx).mandate(ctx.pathParam("id")));
    }

    private void revoke(Context ctx) {
        Web.json(ctx, 200, customer(ctx).revoke(ctx.pathParam("id"), "by-collector"));
    }

    private void revokedByHolder(Context ctx) {
        Web.json(ctx, 200, ledger(ctx).revoke(ctx.pathParam("id"), "by-holder"));
    }

    private void take(Context ctx) {
        boolean fresh = customer(ctx).take(ctx.pathParam("name"), ctx.bodyAsBytes());
        Web.json(ctx, fresh ? 201 : 200, Map.of("taken", true));
    }

    private void list(Context ctx) {
        var ledger = customer(ctx);
        ledger.pass();
        var files =
                ledger.after(number(ctx.queryParam("after")), Web.limit(ctx, 100, 1000)).stream()
                        .map(f -> Map.of("number", f.number(), "kind", f.kind(), "at", f.at()))
                        .toList();
        Web.json(ctx, 200, Map.of("data", files));
    }

    private void file(Context ctx) {
        var file = customer(ctx).file(number(ctx.pathParam("number")));
        ctx.contentType("application/octet-stream").result(file.content());
    }

    private void deposit(Context ctx) {
        var in = Web.body(ctx, Deposit.class);
        Long amount = Web.required(in.amount(), "amount");
        if (amount <= 0 || amount > 9_999_999_999L) {
            throw Problem.of(422, "amount", "The amount is above zero and has ten digits at most.");
        }
        Web.json(
                ctx,
                200,
                ledger(ctx)
                        .deposit(
                                new Ledger.Incoming(
                                        text(in.number(), "0000000000"),
                                        amount,
                                        text(in.payer(), "ﾔﾏﾀﾞ ﾀﾛｳ"),
                                        in.reference(),
                                        text(in.message(), ""))));
    }

    /** Notices as zengin files, or as camt.054 in a currency. */
    private void format(Context ctx) {
        var format = Web.body(ctx, Format.class);
        var camt = "camt.054".equals(Web.required(format.deposits(), "deposits"));
        ledger(ctx).speak(camt ? text(format.currency(), "JPY") : null);
        ctx.status(204);
    }

    private void cancel(Context ctx) {
        Web.json(ctx, 200, ledger(ctx).cancel(ctx.pathParam("reference")));
    }

    private void will(Context ctx) {
        var will = Web.body(ctx, Will.class);
        var result = RESULTS.get(Web.required(will.answer(), "answer"));
        if (result == null) {
            throw Problem.of(422, "answer", "The answer is one of " + RESULTS.keySet());
        }
        ledger(ctx).will(ctx.pathParam("account"), result, will.times() == null ? 1 : will.times());
        ctx.status(204);
    }

    private void refuseNext(Context ctx) {
        ledger(ctx).refuseNext(Web.required(Web.body(ctx, Code.class).code(), "code"));
        ctx.status(204);
    }

    private void giveBack(Context ctx) {
        var code = Web.required(Web.body(ctx, Code.class).code(), "code");
        ledger(ctx).giveBack(ctx.pathParam("account"), code);
        ctx.status(204);
    }

    private void put(Context ctx) {
        var put = Web.body(ctx, Put.class);
        long number =
                ledger(ctx)
                        .put(
                                Web.required(put.kind(), "kind"),
                                Web.required(put.content(), "content"));
        Web.json(ctx, 200, Map.of("number", number));
    }

    private void repeat(Context ctx) {
        Web.json(ctx, 200, Map.of("number", ledger(ctx).repeat(ctx.pathParam("kind"))));
    }

    private static String text(@Nullable String given, String otherwise) {
        return given == null ? otherwise : given;
    }

    private static String digits(@Nullable String given, String field, int length) {
        var text = Web.required(given, field);
        if (!text.matches("[0-9]{" + length + "}")) {
            throw Problem.of(422, field, field + " has " + length + " digits.");
        }
        return text;
    }

    private static long number(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        if (!text.matches("[0-9]{1,15}")) {
            throw Problem.of(400, "number", text + " is no number.");
        }
        return Long.parseLong(text);
    }

    public URI uri() {
        return program.uri();
    }

    @Override
    public void close() {
        program.close();
        journal.close();
    }
}
