package io.cairn.maturity.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.language.InvalidValue;
import io.cairn.language.TenantSettings.CompanyProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerGroupTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "all",
                "industry:retail",
                "size:large",
                "region:eu",
                "industry:retail,size:large",
                "industry:retail,region:eu"
            })
    void a_group_of_the_lattice_is_read_as_it_is_written(String text) {
        assertThat(PeerGroup.parse(text)).hasToString(text);
    }

    @Test
    void the_order_of_what_is_asked_does_not_matter() {
        assertThat(PeerGroup.parse("region:eu,industry:retail")).hasToString("industry:retail,region:eu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "retail",
                "industry:",
                "industry:Retail Trade",
                "size:large,region:eu",
                "industry:retail,size:large,region:eu",
                "industry:retail,industry:banking",
                "all,industry:retail",
                "name:acme",
                "industry:retail,"
            })
    void there_is_no_group_outside_of_it(String text) {
        assertThatThrownBy(() -> PeerGroup.parse(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_company_is_in_no_group_by_what_its_profile_leaves_open() {
        assertThat(PeerGroup.of(new CompanyProfile("retail", "large", "eu")))
                .extracting(PeerGroup::toString)
                .containsExactly(
                        "all",
                        "industry:retail",
                        "size:large",
                        "region:eu",
                        "industry:retail,size:large",
                        "industry:retail,region:eu");
        assertThat(PeerGroup.of(new CompanyProfile(null, "large", "eu")))
                .extracting(PeerGroup::toString)
                .containsExactly("all", "size:large", "region:eu");
        assertThat(PeerGroup.of(new CompanyProfile(null, null, null))).containsExactly(PeerGroup.ALL);
    }
}
