package keiyaku.scenario;

import keiyaku.payment.CoinCharges;
import keiyaku.value.CoinSharing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The verbs that share coins. */
@Configuration(proxyBeanMethods = false)
class ShareVerbs {

    @Bean
    Verb shareCoins(CoinSharing sharing, CoinCharges charges) {
        return new ShareCoins(true, sharing, charges);
    }

    @Bean
    Verb unshareCoins(CoinSharing sharing, CoinCharges charges) {
        return new ShareCoins(false, sharing, charges);
    }
}
