import CircleQuestionIcon from "lucide-react/icons/circle-question-mark";
import FlaskIcon from "lucide-react/icons/flask-conical";
import GlobeIcon from "lucide-react/icons/globe";
import PresentationIcon from "lucide-react/icons/presentation";
import { displayValue } from "@/lib/display-text";
import { Badge } from "@/ui/badge";
import type { Icon } from "@/ui/icon";
import type { Tone } from "@/ui/tone";

const environments: Readonly<Record<string, { label: string; tone: Tone; icon: Icon; tip: string }>> = {
  production: { label: "Production", tone: "red", icon: GlobeIcon, tip: "Real people. Every action takes effect." },
  sandbox: { label: "Sandbox", tone: "amber", icon: FlaskIcon, tip: "Persona's sandbox: no real verification runs here." },
  demo: { label: "Demo", tone: "violet", icon: PresentationIcon, tip: "A simulation in this browser. Nobody here is real." },
};

/** Which world the desk is looking at. Always visible, and never only a colour. */
export function EnvironmentBadge({ environment }: { environment: string | undefined }) {
  const known = environment !== undefined && Object.hasOwn(environments, environment) ? environments[environment] : undefined;
  if (known) {
    return (
      <Badge tone={known.tone} icon={known.icon} tip={known.tip}>
        <span className="sr-only">Environment: </span>
        {known.label}
      </Badge>
    );
  }
  return (
    <Badge tone="unknown" icon={CircleQuestionIcon}>
      {environment === undefined ? "Environment unknown" : displayValue(environment, "Environment unknown", 24)}
    </Badge>
  );
}
