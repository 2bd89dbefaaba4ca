package keiyaku.web.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import keiyaku.contract.Workspace;
import keiyaku.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * An application on its way.
 *
 * @param answers what was entered, by field; never a password
 * @param contract what it became, once it was sent
 */
public record Draft(UUID id, Map<String, String> answers, @Nullable ContractId contract) {

    public Draft {
        answers = Map.copyOf(answers);
    }

    public String get(String field) {
        return answers.getOrDefault(field, "");
    }

    public boolean has(String field) {
        return !get(field).isEmpty();
    }

    public long seats() {
        return has("seats") ? Long.parseLong(get("seats")) : 1;
    }

    public Workspace.Kind kind() {
        return get("kind").equals("domain") ? Workspace.Kind.DOMAIN : Workspace.Kind.GROUP;
    }

    /** The administrator's account, as shown: admin@group. */
    public String adminAccount() {
        return get("adminId") + "@" + get("name");
    }

    Draft with(Map<String, String> more) {
        var all = new HashMap<>(answers);
        all.putAll(more);
        return new Draft(id, all, contract);
    }
}
