package keiyaku.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Assets that browsers keep for a year, and {@link Page} as an argument of controllers. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Bean
    WebMvcConfigurer frame(Assets assets, Pages pages) {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler(assets.folder() + "**")
                        .addResourceLocations("classpath:/static/")
                        .setCacheControl(FOR_GOOD);
                registry.addResourceHandler("/webjars/htmx.org/**")
                        .addResourceLocations("classpath:/META-INF/resources/webjars/htmx.org/")
                        .setCacheControl(FOR_GOOD);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PageArgument(pages));
            }
        };
    }

    private record PageArgument(Pages pages) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Page.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @org.jspecify.annotations.Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
            var http = request.getNativeRequest(HttpServletRequest.class);
            if (http == null) {
                throw new IllegalStateException("not a servlet request");
            }
            return pages.of(http);
        }
    }
}
