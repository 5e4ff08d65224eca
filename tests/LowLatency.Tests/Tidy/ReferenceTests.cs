using System.Xml.Linq;
using Xunit;

namespace LowLatency.Tests.Tidy;

/// <summary>The layering of the source projects: each refers only to those above it.</summary>
public class ReferenceTests
{
    private static readonly string[] Layers =
    [
        "LowLatency.Primitives",
        "LowLatency.Markets",
        "LowLatency.Trading",
        "LowLatency.Gateways",
        "LowLatency.Analytics",
        "LowLatency.Replay",
        "LowLatency.Hosting",
        "LowLatency.Cli",
    ];

    [Fact]
    public void Source_projects_refer_only_to_lower_layers()
    {
        string[] projects = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);
        Assert.NotEmpty(projects);
        List<string> faults = [];
        foreach (string project in projects)
        {
            string name = Path.GetFileNameWithoutExtension(project);
            int layer = Array.IndexOf(Layers, name);
            if (layer < 0)
            {
                faults.Add($"{name} has no place in the layers of {nameof(ReferenceTests)}: add it there and to docs/ARCHITECTURE.md");
                continue;
            }

            foreach (XElement reference in XDocument.Load(project).Descendants("ProjectReference"))
            {
                string target = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'));
                if (Array.IndexOf(Layers, target) >= layer)
                {
                    faults.Add($"{name} refers upward to {target}: move what it needs down to a layer both may use");
                }
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public void Every_source_project_has_a_readme()
    {
        string[] without = [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src"))
            .Where(folder => Directory.GetFiles(folder, "*.csproj").Length > 0 && !File.Exists(Path.Combine(folder, "README.md")))
            .Select(folder => Path.GetFileName(folder))];
        Assert.Empty(without);
    }
}
