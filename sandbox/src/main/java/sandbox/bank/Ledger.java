package sandbox.bank;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sandbox.shared.Journal;
import sandbox.shared.Json;
import sandbox.shared.Outbound;
import sandbox.shared.Problem;
import tools.jackson.databind.JsonNode;

/** All that the bank does, one thing at a time; each is in the journal before it is told. */
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private record Given(String type, String reference, String number) {}

    private record Granted(String type, Mandate mandate) {}

    private record Taken(String type, String name, byte[] content, boolean answered) {}

    private record Out(String type, Outbox.Ready file) {}

    private record Moved(String type, Transfer transfer) {}

    private final Accounts accounts = new Accounts();
    private final Outbox outbox = new Outbox();
    private final Map<String, byte[]> inbox = new LinkedHashMap<>();
    private final Map<String, Boolean> answered = new LinkedHashMap<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final Journal journal;
    private final BankDays days;
    private @Nullable String isoCurrency;
    private IsoDebits.@Nullable Refusal refuseNext;
    private @Nullable URI hook;
    private String hookKey = "";

    Ledger(Journal journal, BankDays days) {
        this.journal = journal;
        this.days = days;
    }

    synchronized void replay(JsonNode line) {
        switch (line.path("type").asString()) {
            case "virtual" ->
                    accounts.restore(
                            line.required("reference").asString(),
                            line.required("number").asString());
            case "mandate" -> accounts.put(Json.from(line, Granted.class).mandate());
            case "request" -> {
                var taken = Json.from(line, Taken.class);
                inbox.put(taken.name(), taken.content());
                answered.put(taken.name(), taken.answered());
            }
            case "file" -> outbox.add(Json.from(line, Out.class).file());
            case "transfer" -> transfers.add(Json.from(line, Moved.class).transfer());
            default -> throw new IllegalStateException("The journal has an unknown line");
        }
    }

    /** Where to say that a file lies ready, and with which key; not kept over a restart. */
    synchronized void tells(URI address, @Nullable String authorization) {
        hook = address;
        hookKey = authorization == null ? "" : authorization;
    }

    private void tell() {
        var to = hook;
        if (to == null) {
            return;
        }
        var headers = Map.of("Authorization", hookKey);
        Thread.startVirtualThread(
                () -> {
                    try {
                        Outbound.post(to, "{}".getBytes(StandardCharsets.UTF_8), headers);
                    } catch (IOException e) {
                        LOG.info("the customer does not hear: {}", e.getMessage());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    void hear(@Nullable String date) {
        days.hear(date);
    }

    synchronized String virtual(String reference) {
        var number = accounts.virtual(reference);
        journal.append(new Given("virtual", reference, number));
        return number;
    }

    synchronized Mandate request(String account, String holder) {
        var mandate = accounts.request(account, holder, days.today());
        return keep(mandate);
    }

    synchronized Mandate mandate(String id) {
        return accounts.mandate(id, days.today());
    }

    synchronized Mandate revoke(String id, String why) {
        return keep(mandate(id).with(Mandate.State.REVOKED, why));
    }

    private Mandate keep(Mandate mandate) {
        journal.append(new Granted("mandate", mandate));
        accounts.put(mandate);
        return mandate;
    }

    /** Takes a request file once by its name; false when it had been taken. */
    synchronized boolean take(String name, byte[] file) {
        var known = inbox.get(name);
        if (known != null) {
            if (!Arrays.equals(known, file)) {
                throw Problem.of(409, "name-taken", "Another file of this name was taken.");
            }
            return false;
        }
        boolean done = IsoDebits.isIso(file) && refused(file);
        if (!IsoDebits.isIso(file)) {
            DebitRequest.read(file);
        }
        journal.append(new Taken("request", name, file, done));
        inbox.put(name, file);
        answered.put(name, done);
        return true;
    }

    /** A message that can be read is taken, and what is wrong in it told by a report at once. */
    private boolean refused(byte[] file) {
        var request = IsoDebits.read(file);
        boolean twice =
                inbox.values().stream()
                        .filter(IsoDebits::isIso)
                        .anyMatch(other -> IsoDebits.read(other).id().equals(request.id()));
        var why =
                twice
                        ? new IsoDebits.Refusal("DU01", "there was a message of this id")
                        : refuseNext == null ? request.refusal(days.today()) : refuseNext;
        refuseNext = null;
        if (why != null) {
            ready("debit-status", IsoStatus.refused(days.now(), request, why));
        }
        return why != null;
    }

    /** The next request is refused whole, whatever stands in it. */
    synchronized void refuseNext(String code) {
        refuseNext = new IsoDebits.Refusal(code, "as was asked for at the control page");
    }

    /** A holder asks for the money of a collected debit back, or its bank sends it back. */
    synchronized void giveBack(String account, String code) {
        for (var file : inbox.values().stream().toList().reversed()) {
            if (IsoDebits.isIso(file)) {
                var request = IsoDebits.read(file);
                for (var row : request.rows()) {
                    if (row.account().equals(account)) {
                        ready("debit-status", IsoStatus.returned(days.now(), request, row, code));
                        return;
                    }
                }
            }
        }
        throw Problem.of(404, "unknown-debit", "This account was not debited.");
    }

    /** What time has brought: files whose day is over are answered on the next open day. */
    synchronized void pass() {
        inbox.forEach(
                (name, file) -> {
                    if (IsoDebits.isIso(file)) {
                        passIso(name, file);
                        return;
                    }
                    var request = DebitRequest.read(file);
                    var on = request.debitOn(days.today());
                    boolean due = !days.today().isBefore(BankDays.openAfter(on));
                    if (!Boolean.TRUE.equals(answered.get(name)) && due) {
                        var results =
                                request.rows().stream()
                                        .map(row -> accounts.debit(row.account(), on))
                                        .toList();
                        ready("debit-result", request.answered(results));
                        journal.append(new Taken("request", name, file, true));
                        answered.put(name, true);
                    }
                });
    }

    private void passIso(String name, byte[] file) {
        if (Boolean.TRUE.equals(answered.get(name))) {
            return;
        }
        var request = IsoDebits.read(file);
        var on = request.on();
        if (on == null || days.today().isBefore(BankDays.openForEuroAfter(on))) {
            return;
        }
        var results = request.rows().stream().map(row -> debit(row.account(), on)).toList();
        ready("debit-status", IsoStatus.answered(days.now(), request, results));
        journal.append(new Taken("request", name, file, true));
        answered.put(name, true);
    }

    /** A mandate of SEPA is between payer and creditor: the bank knows of none. */
    private char debit(String account, LocalDate on) {
        return Character.isLetter(account.charAt(0))
                ? accounts.debitWithoutMandate(account)
                : accounts.debit(account, on);
    }

    /**
     * A transfer comes in. With a reference that was seen before the bank tells of that one again,
     * as banks do when they repeat a file.
     */
    synchronized Transfer deposit(Incoming in) {
        var known = known(in.reference());
        var transfer = known == null ? fresh(in) : known;
        if (known == null) {
            journal.append(new Moved("transfer", transfer));
            transfers.add(transfer);
        }
        ready("deposit-notice", notice(transfer));
        return transfer;
    }

    /** What comes in, as the payer's bank told it. */
    record Incoming(
            String number, long amount, String payer, @Nullable String reference, String message) {}

    synchronized Transfer cancel(String reference) {
        var known = known(reference);
        if (known == null) {
            throw Problem.of(404, "unknown-transfer", "There is no transfer of this reference.");
        }
        var back =
                new Transfer(
                        "cancel " + reference,
                        known.inquiry(),
                        known.on(),
                        known.number(),
                        known.amount(),
                        known.payer(),
                        known.message(),
                        true);
        ready("deposit-notice", notice(back));
        return back;
    }

    /** From now on transfers are told of as banks outside Japan do; not kept over a restart. */
    synchronized void speak(@Nullable String currency) {
        isoCurrency = currency;
    }

    private byte[] notice(Transfer transfer) {
        var currency = isoCurrency;
        return currency == null
                ? Notice.file(days.today(), List.of(transfer))
                : IsoNotice.file(days.now(), currency, List.of(transfer));
    }

    private @Nullable Transfer known(@Nullable String reference) {
        return transfers.stream()
                .filter(t -> t.reference().equals(reference))
                .findFirst()
                .orElse(null);
    }

    private Transfer fresh(Incoming in) {
        int inquiry = transfers.size() + 1;
        var reference = in.reference() == null ? "#" + inquiry : in.reference();
        LocalDate on = days.today();
        return new Transfer(
                reference, inquiry, on, in.number(), in.amount(), in.payer(), in.message(), false);
    }

    synchronized void will(String account, char result, int times) {
        accounts.will(account, result, times);
    }

    /** Puts the newest file of a kind out once more under a new number, unchanged. */
    synchronized long repeat(String kind) {
        var newest =
                outbox.all().reversed().stream()
                        .filter(f -> f.kind().equals(kind))
                        .findFirst()
                        .orElseThrow(
                                () -> Problem.of(404, "unknown-file", "There is none of it yet."));
        return ready(kind, newest.content());
    }

    /** Puts out a file as it is, right or wrong. */
    synchronized long put(String kind, String content) {
        return ready(kind, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    synchronized List<Outbox.Ready> after(long number, int limit) {
        return outbox.after(number, limit);
    }

    synchronized Outbox.Ready file(long number) {
        return outbox.get(number);
    }

    synchronized Map<String, Object> state() {
        var state = new LinkedHashMap<String, Object>();
        state.put("now", days.now().toString());
        state.put("virtualAccounts", Map.copyOf(accounts.virtual()));
        state.put("mandates", List.copyOf(accounts.mandates().values()));
        state.put("requests", List.copyOf(inbox.keySet()));
        state.put("files", outbox.all().size());
        state.put("transfers", List.copyOf(transfers));
        return state;
    }

    private long ready(String kind, byte[] content) {
        var file = new Outbox.Ready(outbox.next(), kind, days.now().toString(), content);
        journal.append(new Out("file", file));
        outbox.add(file);
        tell();
        return file.number();
    }
}
