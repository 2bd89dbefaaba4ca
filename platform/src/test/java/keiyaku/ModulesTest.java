package keiyaku;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import keiyaku.testing.Golden;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** A module uses only the modules that its package-info names, and nothing package-private. */
class ModulesTest {

    /** From the ground up, as in ARCHITECTURE.md. */
    private static final List<String> ORDER =
            List.of(
                    "shared",
                    "database",
                    "run",
                    "notification",
                    "catalog",
                    "member",
                    "value",
                    "billing",
                    "payment",
                    "provisioning",
                    "certificate",
                    "contract",
                    "usage",
                    "scenario",
                    "web",
                    "cli");

    @Test
    void modulesUseOnlyWhatTheyName() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void theMapOfTheDocumentIsTheCodes() {
        var used = ApplicationModules.of(Application.class);
        var lines = new ArrayList<String>();
        for (var name : ORDER) {
            var module = used.getModuleByName(name).orElseThrow();
            var below =
                    module.getDirectDependencies(used)
                            .uniqueModules()
                            .map(m -> m.getIdentifier().toString())
                            .filter(m -> !m.equals(name))
                            .sorted(java.util.Comparator.comparingInt(ORDER::indexOf))
                            .toList();
            assertThat(below)
                    .as(name + " uses only modules before it")
                    .allMatch(m -> ORDER.indexOf(m) >= 0 && ORDER.indexOf(m) < ORDER.indexOf(name));
            lines.add(
                    "%-13s %s".formatted(name, below.isEmpty() ? "-" : String.join(" · ", below)));
        }
        assertThat(used.stream()).hasSize(ORDER.size());
        Golden.checkPart(
                "ARCHITECTURE.md", "module map", "```\n" + String.join("\n", lines) + "\n```");
    }
}
