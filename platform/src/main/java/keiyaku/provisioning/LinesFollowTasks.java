package keiyaku.provisioning;

import java.util.function.Consumer;
import keiyaku.database.Invariant;
import org.springframework.stereotype.Component;

/** What is kept beside the tasks follows from them. */
@Component
class LinesFollowTasks implements Invariant {

    private final ProvisioningViewStore store;

    LinesFollowTasks(ProvisioningViewStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "provisioning-in-order";
    }

    @Override
    public String says() {
        return "A contract's tasks are numbered without gaps, and the first of them are confirmed.";
    }

    @Override
    public long check(Consumer<Finding> findings) {
        try (var broken = store.broken()) {
            broken.map(contract -> new Finding(contract.toString(), "its line is not its tasks'"))
                    .forEach(findings);
        }
        return store.countTasks();
    }
}
