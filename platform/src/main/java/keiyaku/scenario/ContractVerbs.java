package keiyaku.scenario;

import keiyaku.contract.Contracts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The verbs that act on contracts. */
@Configuration(proxyBeanMethods = false)
class ContractVerbs {

    @Bean
    Verb convert(Contracts contracts, Agreeing agreeing) {
        return new ContractVerb(Actions.CONVERT, contracts, agreeing);
    }

    @Bean
    Verb setRenewal(Contracts contracts, Agreeing agreeing) {
        return new ContractVerb(Actions.SET_RENEWAL, contracts, agreeing);
    }

    @Bean
    Verb upgrade(Contracts contracts, Agreeing agreeing) {
        return new ContractVerb(Actions.UPGRADE, contracts, agreeing);
    }

    @Bean
    Verb cancel(Contracts contracts, Agreeing agreeing) {
        return new ContractVerb(Actions.CANCEL, contracts, agreeing);
    }

    @Bean
    Verb withdraw(Contracts contracts, Agreeing agreeing) {
        return new ContractVerb(Actions.WITHDRAW, contracts, agreeing);
    }

    @Bean
    Verb changeNext(Contracts contracts, Agreeing agreeing) {
        return new ContractVerb(Actions.CHANGE_NEXT, contracts, agreeing);
    }

    @Bean
    Verb chooseWalletDay(Contracts contracts, Agreeing agreeing) {
        return new ContractVerb(Actions.CHOOSE_WALLET_DAY, contracts, agreeing);
    }

    @Bean
    Verb resetPayment(Contracts contracts, Agreeing agreeing) {
        return new ContractVerb(Actions.RESET_PAYMENT, contracts, agreeing);
    }

    @Bean
    Verb nameOption(Contracts contracts, Agreeing agreeing) {
        return new ContractVerb(Actions.NAME_OPTION, contracts, agreeing);
    }

    @Bean
    Verb setOptionRenewal(Contracts contracts, Agreeing agreeing) {
        return new ContractVerb(Actions.SET_OPTION_RENEWAL, contracts, agreeing);
    }
}
