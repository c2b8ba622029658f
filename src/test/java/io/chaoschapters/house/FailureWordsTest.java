package io.chaoschapters.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.chaoschapters.diagnosis.llm.http.HttpFailure;
import io.chaoschapters.text.Failure;
import org.junit.jupiter.api.Test;

/** A sentence that ends in "null" comes of a failure whose message was taken for granted. */
class FailureWordsTest {
  private static final JavaClasses PRODUCT = Built.product();

  @Test
  void messagesOfFailures_areReadInOnePlaceOnly() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Failure.class, HttpFailure.class)
        .and()
        .resideOutsideOfPackages("..service..") // programs of their own
        .should()
        .callMethodWhere(
            target(name("getMessage")).and(target(owner(assignableTo(Throwable.class)))))
        .because("Failure.words() tells the type of a failure that has no message")
        .check(PRODUCT);
  }
}
