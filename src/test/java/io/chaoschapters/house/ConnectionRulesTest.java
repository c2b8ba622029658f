package io.chaoschapters.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import io.chaoschapters.http.Connections;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;

/** Who is asked, and through which proxy, is decided in one room. */
class ConnectionRulesTest {
  private final JavaClasses classes = Built.product();

  private static GivenClassesConjunction classesElsewhere() {
    return noClasses().that().doNotBelongToAnyOf(Connections.class);
  }

  @Test
  void clientsOfHttp_areMadeInOnePlace() {
    classesElsewhere()
        .should()
        .callMethodWhere(
            target(nameMatching("newHttpClient|newBuilder"))
                .and(target(owner(assignableTo(HttpClient.class)))))
        .check(classes);
  }

  @Test
  void addresses_areOpenedInOnePlace() {
    classesElsewhere()
        .and()
        .doNotHaveSimpleName("NativeLibraries") // reads what is in a jar
        .should()
        .callMethodWhere(
            target(nameMatching("openConnection|openStream|getContent"))
                .and(target(owner(assignableTo(URL.class)))))
        .check(classes);
  }

  /** A channel of NIO knows no proxy, so channels are free. */
  @Test
  void sockets_areMadeInOnePlace() {
    classesElsewhere()
        .should(ArchConditions.callConstructorWhere(target(owner(assignableTo(Socket.class)))))
        .check(classes);
  }
}
