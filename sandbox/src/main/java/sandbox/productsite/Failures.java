package sandbox.productsite;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Problem;

/** The failures that are lined up for the next orders. */
final class Failures {
    record Wanted(@Nullable Integer times, @Nullable Integer status, @Nullable String contract) {}

    private record Left(int times, int status, @Nullable String contract) {}

    private final List<Left> lined = new ArrayList<>();

    synchronized void add(Wanted wanted) {
        int status = wanted.status() == null ? 500 : wanted.status();
        if (status < 400 || status > 599) {
            throw Problem.of(422, "status", "status is from 400 to 599");
        }
        lined.add(new Left(wanted.times() == null ? 1 : wanted.times(), status, wanted.contract()));
    }

    synchronized void clear() {
        lined.clear();
    }

    /** Throws the next failure that is lined up for this contract. */
    synchronized void failIfTold(@Nullable String contract) {
        for (int i = 0; i < lined.size(); i++) {
            Left next = lined.get(i);
            if (next.contract() == null || next.contract().equals(contract)) {
                if (next.times() > 1) {
                    lined.set(i, new Left(next.times() - 1, next.status(), next.contract()));
                } else {
                    lined.remove(i);
                }
                throw Problem.of(
                        next.status(), "told-to-fail", "The product site was told to fail.");
            }
        }
    }
}
