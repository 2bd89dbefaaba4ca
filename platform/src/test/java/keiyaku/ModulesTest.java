package keiyaku;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** A module uses only the modules that its package-info names, and nothing package-private. */
class ModulesTest {

    @Test
    void modulesUseOnlyWhatTheyName() {
        ApplicationModules.of(Application.class).verify();
    }
}
