package keiyaku.database;

import java.time.Instant;
import keiyaku.shared.MovableClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the application (B-2); a scenario brings a standing one. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MovableClock clock(@Value("${keiyaku.clock.start:}") String start) {
        return start.isEmpty()
                ? MovableClock.running()
                : MovableClock.standing(Instant.parse(start));
    }
}
