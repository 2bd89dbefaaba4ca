package sandbox.productsite;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sandbox.shared.Journal;
import sandbox.shared.Json;
import sandbox.shared.Problem;
import sandbox.shared.Web;
import tools.jackson.databind.JsonNode;

/** The workspaces, changed by orders: each order once, and in its contract's sequence. */
final class Workspaces {
    private record Entry(String order, Workspace workspace) {}

    private final Map<String, Workspace> workspaces = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Journal journal;
    private final InstantSource clock;

    Workspaces(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
        journal.replay(this::replay);
    }

    private void replay(JsonNode line) {
        keep(Json.from(line, Entry.class));
    }

    private void keep(Entry entry) {
        workspaces.put(entry.workspace().contract(), entry.workspace());
        done.add(entry.order());
    }

    synchronized Workspace obey(Order order) {
        order.check();
        String contract = Web.required(order.contract(), "contract");
        String id = Web.required(order.id(), "id");
        Workspace before = workspaces.get(contract);
        if (before != null && done.contains(id)) {
            return before;
        }
        long expected = before == null ? 1 : before.sequence() + 1;
        long given = Web.required(order.sequence(), "sequence");
        if (given > expected) {
            throw Problem.of(409, "out-of-order", "Sequence " + expected + " has not come yet.");
        }
        if (given < expected) {
            throw Problem.of(409, "sequence-taken", "This sequence came with another id.");
        }
        Workspace after = before == null ? created(order, contract) : changed(before, order);
        var entry = new Entry(id, after);
        journal.append(entry);
        keep(entry);
        return after;
    }

    private Workspace created(Order order, String contract) {
        if (order.type() != Workspace.Change.CREATE) {
            throw Problem.of(409, "unknown-contract", "The first order of a contract is create.");
        }
        String password = order.password();
        return new Workspace(
                contract,
                Web.required(order.product(), "product"),
                Workspace.State.ACTIVE,
                order.details(),
                password == null ? "" : Password.hash(password),
                1,
                clock.instant());
    }

    private Workspace changed(Workspace before, Order order) {
        Workspace.State state = before.after(Web.required(order.type(), "type"));
        var details = new LinkedHashMap<>(before.details());
        details.putAll(order.details());
        String password = order.password();
        return new Workspace(
                before.contract(),
                before.product(),
                state,
                details,
                password == null ? before.passwordHash() : Password.hash(password),
                before.sequence() + 1,
                clock.instant());
    }

    synchronized Workspace get(String contract) {
        Workspace found = workspaces.get(contract);
        if (found == null) {
            throw Problem.of(404, "unknown-contract", "There is no workspace of this contract.");
        }
        return found;
    }

    synchronized List<Workspace> newestFirst() {
        return List.copyOf(workspaces.values()).reversed();
    }
}
