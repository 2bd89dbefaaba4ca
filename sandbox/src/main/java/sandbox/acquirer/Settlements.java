package sandbox.acquirer;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Journal;
import sandbox.shared.Json;
import sandbox.shared.Problem;
import sandbox.shared.Web;
import tools.jackson.databind.JsonNode;

/**
 * What the acquirer pays out: for each merchant and weekday a file of all that moved since the last
 * one, less its fees. Days are those of the merchant's requests (Date header). A file as CSV: H is
 * its number, merchant, day and currency; each T a movement; S the sums.
 */
final class Settlements {
    private static final int LONGEST = 5_000;
    private static final int FEE_PER_MILLE = 30;
    private static final String NOBODY = "";

    private record File(
            String type, long number, String merchant, List<String> movements, String content) {}

    private record Put(@Nullable String merchant, @Nullable String content) {}

    /** What the next file says of a payment: another amount, or nothing. */
    private record Change(@Nullable Long amount) {}

    /** One movement: what, its name, the payment's name and reference, amount and fee. */
    private record Movement(
            String kind, String id, Payment of, long amount, long fee, String currency) {

        String key() {
            return kind + " " + id;
        }
    }

    private final Payments payments;
    private final Disputes disputes;
    private final Journal journal;
    private final String key;
    private final List<File> files = new ArrayList<>();
    private final Set<String> reported = new HashSet<>();
    private final Map<String, LocalDate> last = new TreeMap<>();
    private final Map<String, Change> changes = new TreeMap<>();

    Settlements(Payments payments, Disputes disputes, Journal journal, String key) {
        this.payments = payments;
        this.disputes = disputes;
        this.journal = journal;
        this.key = key;
    }

    void add(RoutesConfig routes) {
        routes.get("/v1/settlements", this::list);
        routes.get("/v1/settlements/{number}", this::file);
        routes.post("/control/payments/{key}/misreport", this::change);
        routes.post("/control/settlements/put", this::put);
    }

    synchronized void replay(JsonNode line) {
        var file = Json.from(line, File.class);
        files.add(file);
        reported.addAll(file.movements());
    }

    private synchronized void list(Context ctx) {
        Web.requireBearer(ctx, key);
        var merchant = merchant(ctx);
        var today = day(ctx.header("Date"));
        boolean open =
                today.getDayOfWeek() != DayOfWeek.SATURDAY
                        && today.getDayOfWeek() != DayOfWeek.SUNDAY;
        if (open && today.isAfter(last.getOrDefault(merchant, LocalDate.MIN))) {
            last.put(merchant, today);
            close(merchant, today);
        }
        long after = Long.parseLong(ctx.queryParamAsClass("after", String.class).getOrDefault("0"));
        Web.json(
                ctx,
                200,
                Map.of(
                        "data",
                        files.stream()
                                .filter(f -> f.merchant().equals(merchant) && f.number() > after)
                                .map(f -> Map.of("number", f.number()))
                                .toList()));
    }

    private synchronized void file(Context ctx) {
        Web.requireBearer(ctx, key);
        var merchant = merchant(ctx);
        long number = Long.parseLong(ctx.pathParam("number"));
        var file =
                files.stream()
                        .filter(f -> f.number() == number && f.merchant().equals(merchant))
                        .findFirst()
                        .orElseThrow(() -> Problem.of(404, "unknown-file", "There is no such."));
        ctx.contentType("text/csv").result(file.content().getBytes(StandardCharsets.UTF_8));
    }

    /** A line of the next file is told wrong, or left out. */
    private synchronized void change(Context ctx) {
        var change = Web.body(ctx, Change.class);
        changes.put(payments.byKey(ctx.pathParam("key")).id(), change);
        ctx.status(204);
    }

    /** Puts out a file as it is, right or wrong. */
    private synchronized void put(Context ctx) {
        var put = Web.body(ctx, Put.class);
        var whose = put.merchant() == null ? NOBODY : put.merchant();
        keep(whose, List.of(), Web.required(put.content(), "content"));
        Web.json(ctx, 200, Map.of("number", files.size()));
    }

    private void close(String merchant, LocalDate today) {
        var byCurrency = new TreeMap<String, List<Movement>>();
        for (var movement : movements()) {
            var of = movement.of().merchant();
            if ((of == null ? NOBODY : of).equals(merchant) && reported.add(movement.key())) {
                byCurrency
                        .computeIfAbsent(movement.currency(), c -> new ArrayList<>())
                        .add(movement);
            }
        }
        byCurrency.forEach(
                (currency, all) -> {
                    for (int from = 0; from < all.size(); from += LONGEST) {
                        var some = all.subList(from, Math.min(all.size(), from + LONGEST));
                        keep(
                                merchant,
                                some.stream().map(Movement::key).toList(),
                                content(new Head(merchant, today, currency), some));
                    }
                });
    }

    private List<Movement> movements() {
        var all = new ArrayList<Movement>();
        for (var payment : payments.ledger().after(null, Integer.MAX_VALUE - 1)) {
            long taken = payment.capturedAmount();
            if (taken > 0) {
                long fee = taken * FEE_PER_MILLE / 1_000;
                all.add(movement("capture", payment.id(), payment, taken, fee));
            }
        }
        for (var refund : payments.refunds()) {
            var payment = payments.ledger().get(refund.payment());
            all.add(movement("refund", refund.key(), payment, -refund.amount(), 0));
        }
        for (var dispute : disputes.all()) {
            var payment = payments.ledger().get(dispute.payment());
            all.add(movement("dispute", dispute.id(), payment, -dispute.amount(), dispute.fee()));
            if (dispute.status() == Dispute.Status.WON) {
                all.add(movement("dispute-won", dispute.id(), payment, dispute.amount(), 0));
            }
        }
        return all;
    }

    private static Movement movement(String kind, String id, Payment of, long amount, long fee) {
        return new Movement(kind, id, of, amount, fee, of.currency());
    }

    private record Head(String merchant, LocalDate day, String currency) {}

    private String content(Head head, List<Movement> some) {
        var text = new StringBuilder();
        text.append(
                "H,%d,%s,%s,%s\n"
                        .formatted(number(), head.merchant(), head.day(), head.currency()));
        int count = 0;
        long amount = 0;
        long fee = 0;
        for (var movement : some) {
            var change = changes.remove(movement.id());
            if (change != null && change.amount() == null) {
                continue;
            }
            long told =
                    change == null ? movement.amount() : Web.required(change.amount(), "amount");
            count++;
            amount += told;
            fee += movement.fee();
            text.append(
                    "T,%s,%s,%s,%s,%d,%d,%d\n"
                            .formatted(
                                    movement.kind(),
                                    movement.id(),
                                    movement.of().id(),
                                    movement.of().reference().replace(',', ' '),
                                    told,
                                    movement.fee(),
                                    told - movement.fee()));
        }
        return text.append("S,%d,%d,%d,%d\n".formatted(count, amount, fee, amount - fee))
                .toString();
    }

    private void keep(String merchant, List<String> movements, String content) {
        var file = new File("settlement", number(), merchant, movements, content);
        journal.append(file);
        files.add(file);
    }

    private long number() {
        return files.size() + 1L;
    }

    private static String merchant(Context ctx) {
        var given = ctx.header("Merchant");
        return given == null ? NOBODY : given;
    }

    private static LocalDate day(@Nullable String date) {
        return date == null
                ? LocalDate.now(ZoneOffset.UTC)
                : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toLocalDate();
    }
}
